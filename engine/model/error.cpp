#include "engine/model/error.hpp"

#include <fmt/format.h>

namespace talentmatch {
namespace {

struct Phrase {
  std::string_view name;
  std::string_view en;
  std::string_view zh;
  bool ours = false;
};

// A switch without default, so that a new code does not compile until it has its words.
constexpr Phrase phrase_of(ErrorCode code) {
  using enum ErrorCode;
  switch (code) {
    case invalid_json:
      return {"invalid_json", "not valid JSON", "不是有效的 JSON"};
    case invalid_utf8:
      return {"invalid_utf8", "not valid UTF-8", "不是有效的 UTF-8 文本"};
    case not_an_object:
      return {"not_an_object", "a JSON object is expected", "应为 JSON 对象"};
    case unknown_field:
      return {"unknown_field", "unknown field", "未知字段"};
    case duplicate_field:
      return {"duplicate_field", "the field is given twice", "字段重复出现"};
    case missing_field:
      return {"missing_field", "the field is required", "缺少必填字段"};
    case wrong_type:
      return {"wrong_type", "the value has the wrong type", "值的类型不对"};
    case out_of_range:
      return {"out_of_range", "the value is out of range", "值超出范围"};
    case invalid_id:
      return {"invalid_id", "not a valid id", "编号格式不正确"};
    case invalid_value:
      return {"invalid_value", "the value is not allowed here", "值不符合要求"};
    case too_long:
      return {"too_long", "too long", "内容过长"};
    case too_many:
      return {"too_many", "too many items", "条目过多"};
    case duplicate_entry:
      return {"duplicate_entry", "the list names it twice", "列表中有重复项"};
    case duplicate_id:
      return {"duplicate_id", "the id occurs twice in this file", "同一文件中编号重复"};
    case id_mismatch:
      return {"id_mismatch", "the id differs from the one in the path", "编号与路径中的不一致"};
    case unknown_major:
      return {"unknown_major", "no such major in the catalogue", "专业目录中没有此代码"};
    case unknown_region:
      return {"unknown_region", "no such region in the catalogue", "行政区划中没有此代码"};
    case unknown_certificate:
      return {"unknown_certificate", "no such certificate in the catalogue", "证书目录中没有此编号"};
    case retired_code:
      return {"retired_code", "the code was abolished and has no single successor",
              "代码已撤销且没有唯一的后继"};
    case unknown_reference:
      return {"unknown_reference", "refers to a record that does not exist", "引用的记录不存在"};
    case in_use:
      return {"in_use", "other records still refer to it", "仍被其他记录引用"};
    case not_found:
      return {"not_found", "not found", "未找到"};
    case exists:
      return {"exists", "there is one of this name already", "已有同名的"};
    case forbidden:
      return {"forbidden", "the key does not allow this", "密钥的权限不允许此操作"};
    case invalid_option:
      return {"invalid_option", "not a valid option", "选项无效"};
    case invalid_weights:
      return {"invalid_weights", "the weights are not valid", "权重无效"};
    case invalid_cursor:
      return {"invalid_cursor", "the cursor is not one of ours", "游标无效"};
    case precondition_failed:
      return {"precondition_failed", "the record has changed in the meantime", "记录已被他人修改"};
    case infeasible:
      return {"infeasible", "cannot be kept together with the rest", "与其余条件矛盾，无法满足"};
    case cancelled:
      return {"cancelled", "cancelled before the end", "已在完成前取消"};
    case too_large:
      return {"too_large", "larger than allowed", "超过允许的大小"};
    case busy:
      return {"busy", "busy, try again later", "系统繁忙，请稍后再试", true};
    case no_space:
      return {"no_space", "no space left on the disk", "磁盘空间不足", true};
    case io_error:
      return {"io_error", "reading or writing failed", "读写失败", true};
    case corrupt_data:
      return {"corrupt_data", "the stored data is damaged", "存储的数据已损坏", true};
    case wrong_format:
      return {"wrong_format", "the data directory is of another version", "数据目录的版本不符", true};
    case locked:
      return {"locked", "the data directory is held by another process", "数据目录正被其他进程占用", true};
    case stopping:
      return {"stopping", "the service is stopping", "服务正在停止", true};
  }
  return {};
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  return fmt::format("{}", fmt::join(items, separator));
}

std::string offer_in_english(const Error& error) {
  if (error.suggestions.empty()) return "";
  const auto names = joined(error.suggestions, ", ");
  if (error.code == ErrorCode::retired_code) return fmt::format(" Successors: {}.", names);
  return fmt::format(" Did you mean {}?", names);
}

std::string in_english(const Error& error) {
  std::string text = error.field.empty() ? "" : error.field + ": ";
  text += phrase_of(error.code).en;
  if (!error.value.empty()) text += fmt::format(": \"{}\"", error.value);
  if (!error.detail.empty()) text += fmt::format(" ({})", error.detail);
  return text + "." + offer_in_english(error);
}

std::string offer_in_chinese(const Error& error) {
  if (error.suggestions.empty()) return "";
  const auto names = joined(error.suggestions, "、");
  if (error.code == ErrorCode::retired_code) return fmt::format("后继代码：{}。", names);
  return fmt::format("是否指 {}？", names);
}

std::string in_chinese(const Error& error) {
  std::string text = error.field.empty() ? "" : error.field + "：";
  text += phrase_of(error.code).zh;
  if (!error.value.empty()) text += fmt::format("：“{}”", error.value);
  if (!error.detail.empty()) text += fmt::format("（{}）", error.detail);
  return text + "。" + offer_in_chinese(error);
}

}  // namespace

std::string_view name_of(ErrorCode code) {
  return phrase_of(code).name;
}

bool is_caller_fault(ErrorCode code) {
  return !phrase_of(code).ours;
}

std::string message(const Error& error, Language language) {
  return language == Language::zh ? in_chinese(error) : in_english(error);
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t kMostBytes = 60;
  if (text.size() <= kMostBytes) return std::string(text);
  std::size_t length = kMostBytes;
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  return std::string(text.substr(0, length)).append("…");
}

}  // namespace talentmatch
